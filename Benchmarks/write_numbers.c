/* The C peer for writing: libxlsxwriter writes numbers that are ready in memory, rows flushed as they come.
 *
 *   gcc -O2 -o write_numbers write_numbers.c -lxlsxwriter
 *   ./write_numbers ROWS COLUMNS OUT.xlsx
 */
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  int rows = atoi(argv[1]), columns = atoi(argv[2]);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(argv[3], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  unsigned state = 1;
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++) {
      state = state * 1664525u + 1013904223u;
      double value = state % 100 < 50 ? state % 1000000 : (state % 10000000) / 100.0;
      worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, value, NULL);
    }
  return workbook_close(book);
}
