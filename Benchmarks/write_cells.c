/* The C peer for writing: libxlsxwriter writes values that are ready in memory, rows flushed as they come.
 *
 *   gcc -O2 -o write_cells write_cells.c -lxlsxwriter
 *   ./write_cells numbers|mixed ROWS COLUMNS OUT.xlsx
 *
 * Half of the numbers are whole, a third have two decimals, the rest all the digits of a double; mixed, three
 * columns in ten hold one of 5,000 texts. WriteCells/main.swift makes the same values.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static unsigned long long state = 88172645463325252ULL;

static unsigned next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned)(state >> 32);
}

static double number(void) {
  unsigned kind = next() % 100, value = next();
  if (kind < 50) return value % 1000000;
  if (kind < 85) return value % 10000000 / 100.0;
  return value / 4294967.296;
}

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  int isMixed = !strcmp(argv[1], "mixed"), rows = atoi(argv[2]), columns = atoi(argv[3]);
  static char texts[5000][48];
  for (int index = 0; index < 5000; index++)
    snprintf(texts[index], 48, "%s%d", index % 2 ? "政府信息公开年度报告" : "total income ", index);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(argv[4], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      if (isMixed && column % 10 < 3)
        worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column, texts[next() % 5000], NULL);
      else
        worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, number(), NULL);
  return workbook_close(book);
}
