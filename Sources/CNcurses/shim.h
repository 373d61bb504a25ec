// What Swift cannot import of ncurses: macros, variadic functions and global variables; and the
// handlers of signals, which must be C.
#pragma once

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Of <term.h>, whose macros have everyday words for names (`columns`, `lines`, `tab`).
extern int setupterm(const char *name, int descriptor, int *status);
extern char *tigetstr(const char *name);

static const attr_t adduce_bold = A_BOLD;
static const attr_t adduce_dim = A_DIM;
static const attr_t adduce_reverse = A_REVERSE;
static const attr_t adduce_underline = A_UNDERLINE;

// False where the terminal cannot be started; unlike initscr this does not end the program.
static inline bool adduce_newterm(const char *type) { return newterm(type, stdout, stdin) != NULL; }
static inline WINDOW *adduce_stdscr(void) { return stdscr; }
static inline int adduce_colours(void) { return COLORS; }
static inline int adduce_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
static inline int adduce_define_key(const char *sequence, int code) {
  return define_key(sequence, code);
}
static inline int adduce_key_f(int number) { return KEY_F(number); }

// A capability of the terminal, or NULL where it has none.
static inline const char *adduce_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

// One cell: a base and its marks, at most CCHARW_MAX wide characters.
static inline void adduce_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, short pair) {
  setcchar(cell, text, attributes, pair, NULL);
}

static inline int adduce_put_cells(int row, int column, const cchar_t *cells, int count) {
  return mvadd_wchnstr(row, column, cells, count);
}

// Signals. The handlers do what is safe in them and no more: they write one byte, the signal's
// number, to a pipe that the program sleeps on.

struct adduce_state {
  int signal_pipe;
  struct termios modes;      // of the shell that started us
  char restore_bytes[256];   // what leaves full-screen mode
  size_t restore_length;     // 0 where there is nothing to restore
};

// The one state. It lives in the one Swift file that uses it, CursesTerminal.swift: a variable
// outside a function would not be emitted for Swift.
static inline struct adduce_state *adduce_state(void) {
  static struct adduce_state state = {-1};
  return &state;
}

static inline void adduce_signal_to(int pipe) { adduce_state()->signal_pipe = pipe; }

static inline void adduce_on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (write(adduce_state()->signal_pipe, &byte, 1) < 0) { /* the pipe is full: a byte is there already */
  }
  errno = saved;
}

static inline void adduce_watch(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = adduce_on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, NULL);
}

static inline void adduce_default(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
}

// Crashes: the terminal is put back with what was prepared while all was well.

static inline void adduce_put_back(void) {
  struct adduce_state *state = adduce_state();
  if (state->restore_length > 0) {
    if (write(STDOUT_FILENO, state->restore_bytes, state->restore_length) < 0) { /* gone */
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &state->modes);
  }
}

static inline void adduce_on_crash(int number) {
  adduce_put_back();
  adduce_state()->restore_length = 0;
  adduce_default(number);
  raise(number);
}

static inline void adduce_watch_crash(int number) {
  static char stack[32768];
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = adduce_on_crash;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND;
  sigaction(number, &action, NULL);
}

// Remembers the modes of the terminal, and the bytes that leave full-screen mode.
static inline int adduce_remember(const char *bytes) {
  size_t length = strlen(bytes);
  struct adduce_state *state = adduce_state();
  if (length >= sizeof state->restore_bytes) return -1;
  memcpy(state->restore_bytes, bytes, length);
  state->restore_length = length;
  return 0;
}

static inline int adduce_remember_modes(void) {
  return tcgetattr(STDIN_FILENO, &adduce_state()->modes);
}

static inline void adduce_put_modes_back(void) {
  tcsetattr(STDIN_FILENO, TCSADRAIN, &adduce_state()->modes);
}

static inline void adduce_forget(void) { adduce_state()->restore_length = 0; }

static inline int adduce_window_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}
