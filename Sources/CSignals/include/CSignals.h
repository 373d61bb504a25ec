// Signals, and the modes of the terminal: what handlers do must be C, and their one state a
// variable of C.
#pragma once

// Signals go as one byte each, the signal's number, to a pipe that the program sleeps on.
void adduce_signal_to(int pipe);
void adduce_watch(int number);
void adduce_default(int number);

// Crashes: the terminal is put back with what was prepared while all was well, and a report is
// written: of the program, never of what it shows.
void adduce_watch_crash(int number);

// Where a report shall be written, and its first line; its folders are made when there is one.
// -1 where the path is too long.
int adduce_report_to(const char *path, const char *header);

// Remembers the modes of the terminal; -1 where there is none.
int adduce_remember_modes(void);
void adduce_put_modes_back(void);

// Single keys without an echo, for a program that draws nothing.
int adduce_read_single_keys(void);

// The bytes that leave full-screen mode; -1 where they are too many.
int adduce_remember(const char *bytes);

// From here on nothing is put back.
void adduce_forget(void);

// Of the terminal on standard output; -1 where it does not say.
int adduce_window_size(int *columns, int *rows);
