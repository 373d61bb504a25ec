#define _GNU_SOURCE
#include "CPty.h"

#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

pid_t cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns,
                 int rows, int *master) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  size.ws_col = (unsigned short)columns;
  size.ws_row = (unsigned short)rows;
  pid_t child = forkpty(master, NULL, NULL, &size);
  if (child == 0) {
    // The threads of a test block signals, and a child would inherit that.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(path, arguments, environment);
    _exit(127);
  }
  return child;
}

int cpty_resize(int master, int columns, int rows) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  size.ws_col = (unsigned short)columns;
  size.ws_row = (unsigned short)rows;
  return ioctl(master, TIOCSWINSZ, &size);
}

int cpty_is_sane(int master) {
  struct termios modes;
  if (tcgetattr(master, &modes) != 0) return -1;
  tcflag_t wanted = ECHO | ICANON | ISIG;
  return (modes.c_lflag & wanted) == wanted && (modes.c_iflag & ICRNL) && (modes.c_oflag & OPOST);
}

int cpty_status(pid_t child, int *status) {
  int raw = 0;
  pid_t ended = waitpid(child, &raw, WNOHANG | WUNTRACED);
  if (ended != child) return 0;
  if (WIFSTOPPED(raw)) {
    *status = WSTOPSIG(raw);
    return 2;
  }
  *status = WIFSIGNALED(raw) ? 128 + WTERMSIG(raw) : WEXITSTATUS(raw);
  return 1;
}
