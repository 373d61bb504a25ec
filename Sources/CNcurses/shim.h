// What Swift cannot import of ncurses: macros, variadic functions and global variables.
#pragma once

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <ncurses.h>
#include <stdbool.h>
#include <wchar.h>

// Of <term.h>, whose macros have everyday words for names (`columns`, `lines`, `tab`).
extern int setupterm(const char *name, int descriptor, int *status);
extern char *tigetstr(const char *name);
extern int tigetflag(const char *name);
extern int tigetnum(const char *name);
extern char *tiparm(const char *text, ...);

static const attr_t adduce_bold = A_BOLD;
static const attr_t adduce_dim = A_DIM;
static const attr_t adduce_reverse = A_REVERSE;
static const attr_t adduce_underline = A_UNDERLINE;
static const attr_t adduce_italic = A_ITALIC;

// False where the terminal cannot be started; unlike initscr this does not end the program.
static inline bool adduce_newterm(const char *type) { return newterm(type, stdout, stdin) != NULL; }
static inline WINDOW *adduce_stdscr(void) { return stdscr; }
static inline int adduce_colours(void) { return COLORS; }
static inline int adduce_pairs(void) { return COLOR_PAIRS; }
static inline int adduce_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
static inline int adduce_define_key(const char *sequence, int code) {
  return define_key(sequence, code);
}
static inline int adduce_key_f(int number) { return KEY_F(number); }
// curses shall not read what the mouse sends: its sequence differs from terminal to terminal.
static inline void adduce_leave_mouse_alone(void) { define_key(NULL, KEY_MOUSE); }

// A capability of the terminal, or NULL where it has none.
static inline const char *adduce_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

// What sets the colour of the text, or NULL where nothing does.
static inline const char *adduce_foreground(int colour) {
  const char *text = adduce_capability("setaf");
  return text == NULL ? NULL : tiparm(text, colour);
}

// What gives a place of the palette another tone, in thousandths, or NULL where nothing does.
static inline const char *adduce_tone(int place, int red, int green, int blue) {
  const char *text = adduce_capability("initc");
  return text == NULL ? NULL : tiparm(text, place, red, green, blue);
}

// One cell: a base and its marks, at most CCHARW_MAX wide characters.
static inline void adduce_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, short pair) {
  setcchar(cell, text, attributes, pair, NULL);
}

// A cell that holds one scalar.
static inline cchar_t adduce_plain_cell(wchar_t scalar, attr_t attributes, short pair) {
  cchar_t cell;
  const wchar_t text[2] = {scalar, 0};
  setcchar(&cell, text, attributes, pair, NULL);
  return cell;
}

static inline int adduce_put_cells(int row, int column, const cchar_t *cells, int count) {
  return mvadd_wchnstr(row, column, cells, count);
}
