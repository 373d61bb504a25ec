// libvterm behind functions that Swift can call: its cells have bit fields.
#pragma once
#include <string.h>
#include <vterm.h>

// The first scalar of a cell: 0 where it is empty, 0xFFFFFFFF in the second half of a wide one. libvterm fills in the
// scalars up to the first 0 and leaves the rest of the cell as it was.
static inline unsigned int cvterm_scalar(VTermScreen *screen, int row, int column, int index) {
  VTermScreenCell cell;
  memset(&cell, 0, sizeof cell);
  VTermPos place = {row, column};
  if (index >= VTERM_MAX_CHARS_PER_CELL || !vterm_screen_get_cell(screen, place, &cell)) return 0;
  return cell.chars[index];
}

static inline int cvterm_is_reversed(VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  VTermPos place = {row, column};
  return vterm_screen_get_cell(screen, place, &cell) && cell.attrs.reverse;
}

static inline int cvterm_is_bold(VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  VTermPos place = {row, column};
  return vterm_screen_get_cell(screen, place, &cell) && cell.attrs.bold;
}
