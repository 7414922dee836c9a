/* Z, the yardstick: zlib inflates one part of an archive in 64 KiB windows and does nothing else.
 *
 *   gcc -O2 -o inflate inflate.c $(pkg-config --cflags --libs libzip zlib)
 *   ./inflate WORKBOOK [PART]        prints the inflated bytes
 */
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>
#include <zlib.h>

int main(int argc, char **argv) {
  const char *part = argc > 2 ? argv[2] : "xl/worksheets/sheet1.xml";
  int code = 0;
  zip_t *archive = argc > 1 ? zip_open(argv[1], ZIP_RDONLY, &code) : NULL;
  zip_stat_t about;
  if (!archive || zip_stat(archive, part, 0, &about)) return 1;
  zip_file_t *file = zip_fopen(archive, part, ZIP_FL_COMPRESSED);
  unsigned char *packed = malloc(about.comp_size), window[1 << 16];
  if (!file || !packed || zip_fread(file, packed, about.comp_size) < 0) return 1;
  z_stream stream = {.next_in = packed, .avail_in = (uInt)about.comp_size};
  if (inflateInit2(&stream, -15) != Z_OK) return 1;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = window;
    stream.avail_out = sizeof window;
    state = inflate(&stream, Z_NO_FLUSH);
  }
  printf("%lu\n", stream.total_out);
  return state == Z_STREAM_END ? 0 : 1;
}
