// A program in a pseudo-terminal: what Swift cannot do itself, since it has no fork.
#pragma once
#include <sys/types.h>

// Starts a program whose terminal has the size given; `master` is our end. Below 0 on failure.
pid_t cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns,
                 int rows, int *master);
int cpty_resize(int master, int columns, int rows);
// 1 where the terminal echoes, reads by lines and makes signals of keys, as a shell leaves it.
int cpty_is_sane(int master);
// 0: runs; 1: has ended, `status` its exit status or 128 and the signal; 2: is stopped.
int cpty_status(pid_t child, int *status);
