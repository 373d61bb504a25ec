#define _GNU_SOURCE
#include "CSignals.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static struct {
  int signal_pipe;
  struct termios modes;  // of the shell that started us
  int has_modes;
  char restore_bytes[1024];  // what leaves full-screen mode
  size_t restore_length;    // 0 where there is nothing to restore
  char report_path[PATH_MAX];
  char report_header[128];
  time_t started;
} state = {.signal_pipe = -1};

void adduce_signal_to(int pipe) { state.signal_pipe = pipe; }

static void on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (write(state.signal_pipe, &byte, 1) < 0) { /* the pipe is full: a byte is there already */
  }
  errno = saved;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

void adduce_watch(int number) { handle(number, on_signal, SA_RESTART); }
void adduce_default(int number) { handle(number, SIG_DFL, 0); }

// From here on only what may be called in a handler.

static void say(int file, const char *text) {
  if (write(file, text, strlen(text)) < 0) { /* nobody reads it */
  }
}

static void say_number(int file, long number) {
  char digits[24];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0 && at > 0);
  if (write(file, digits + at, sizeof digits - at) < 0) { /* nobody reads it */
  }
}

static const char *name_of(int number) {
  switch (number) {
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGILL: return "SIGILL";
    case SIGFPE: return "SIGFPE";
    case SIGABRT: return "SIGABRT";
    case SIGTRAP: return "SIGTRAP";
    default: return "a signal";
  }
}

static void put_back(void) {
  if (state.restore_length > 0) {
    if (write(STDOUT_FILENO, state.restore_bytes, state.restore_length) < 0) { /* gone */
    }
  }
  if (state.has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &state.modes);
}

static int open_report(void) {
  char *path = state.report_path;
  if (path[0] == 0) return -1;
  for (char *at = path + 1; *at != 0; at++) {
    if (*at != '/') continue;
    *at = 0;
    mkdir(path, 0700);
    *at = '/';
  }
  return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
}

static void write_report(int file, int number) {
  struct timespec now;
  say(file, state.report_header);
  say(file, "\nended by ");
  say(file, name_of(number));
  say(file, " (signal ");
  say_number(file, number);
  say(file, ")");
  if (clock_gettime(CLOCK_MONOTONIC, &now) == 0) {
    say(file, ", ");
    say_number(file, (long)(now.tv_sec - state.started));
    say(file, " seconds after its start");
  }
  say(file, "\nThis report holds no query and nothing that was read.\n\n");
  void *frames[64];
  int count = backtrace(frames, 64);
  backtrace_symbols_fd(frames, count, file);
}

static void on_crash(int number) {
  put_back();
  state.restore_length = 0;
  state.has_modes = 0;
  int file = open_report();
  if (file >= 0) {
    write_report(file, number);
    close(file);
    say(STDERR_FILENO, "adduce crashed; the terminal is restored; the report is at ");
    say(STDERR_FILENO, state.report_path);
    say(STDERR_FILENO, "\n");
  } else {
    say(STDERR_FILENO, "adduce crashed; the terminal is restored; no report could be written\n");
  }
  adduce_default(number);
  raise(number);
}

void adduce_watch_crash(int number) {
  static char stack[65536];
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, NULL);
  // The first call loads a library, which a handler must not.
  void *frames[1];
  backtrace(frames, 1);
  handle(number, on_crash, SA_ONSTACK | SA_NODEFER | SA_RESETHAND);
}

// Up to here.

int adduce_report_to(const char *path, const char *header) {
  struct timespec now;
  if (strlen(path) >= sizeof state.report_path) return -1;
  if (strlen(header) >= sizeof state.report_header) return -1;
  strcpy(state.report_path, path);
  strcpy(state.report_header, header);
  if (clock_gettime(CLOCK_MONOTONIC, &now) == 0) state.started = now.tv_sec;
  return 0;
}

int adduce_remember_modes(void) {
  state.has_modes = tcgetattr(STDIN_FILENO, &state.modes) == 0;
  return state.has_modes ? 0 : -1;
}

void adduce_put_modes_back(void) {
  if (state.has_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &state.modes);
}

int adduce_read_single_keys(void) {
  if (!state.has_modes) return -1;
  struct termios modes = state.modes;
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

int adduce_remember(const char *bytes) {
  size_t length = strlen(bytes);
  if (length >= sizeof state.restore_bytes) return -1;
  memcpy(state.restore_bytes, bytes, length);
  state.restore_length = length;
  return 0;
}

void adduce_forget(void) {
  state.restore_length = 0;
  state.has_modes = 0;
}

int adduce_window_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}
