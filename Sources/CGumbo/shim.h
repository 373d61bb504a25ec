// Gumbo with bounds. By itself it takes time and memory that grow with the square of what some
// pages nest, and it frees a tree by recursion, which a deep one ends the program with. Here
// everything it allocates hangs on one chain that is freed link by link, and an allocation beyond a
// limit of memory or of time leaves the parser for good.
#pragma once

#include <gumbo.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

// What stands before each piece of memory given to Gumbo; its size keeps the piece aligned.
struct adduce_link {
  struct adduce_link *before, *after;
  size_t size, unused;
};

struct adduce_html {
  struct adduce_link *first;
  GumboOutput *output;
  size_t used, limit;
  double until;  // in seconds of the thread's processor time
  unsigned allocations;
  jmp_buf refused;
};

static inline double adduce_html_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline void *adduce_html_allocate(void *context, size_t size) {
  struct adduce_html *html = (struct adduce_html *)context;
  if (size > html->limit - html->used) longjmp(html->refused, 1);
  if ((++html->allocations & 1023) == 0 && adduce_html_clock() > html->until) {
    longjmp(html->refused, 1);
  }
  struct adduce_link *link = (struct adduce_link *)malloc(sizeof *link + size);
  if (link == NULL) longjmp(html->refused, 1);
  html->used += size;
  link->size = size;
  link->before = NULL;
  link->after = html->first;
  if (html->first != NULL) html->first->before = link;
  html->first = link;
  return link + 1;
}

static inline void adduce_html_release(void *context, void *piece) {
  struct adduce_html *html = (struct adduce_html *)context;
  if (piece == NULL) return;
  struct adduce_link *link = (struct adduce_link *)piece - 1;
  if (link->before != NULL) link->before->after = link->after;
  else html->first = link->after;
  if (link->after != NULL) link->after->before = link->before;
  html->used -= link->size;
  free(link);
}

static inline void adduce_html_free(struct adduce_html *html) {
  while (html->first != NULL) {
    struct adduce_link *next = html->first->after;
    free(html->first);
    html->first = next;
  }
  free(html);
}

// The tree of a page in UTF-8, which must outlive it; NULL where the page asks for more than so many
// bytes of memory or seconds of processor time. Free it with adduce_html_free.
static inline struct adduce_html *adduce_html_parse(
    const char *bytes, size_t count, size_t memory, double seconds) {
  struct adduce_html *html = (struct adduce_html *)calloc(1, sizeof *html);
  if (html == NULL) return NULL;
  html->limit = memory;
  html->until = adduce_html_clock() + seconds;
  if (setjmp(html->refused) != 0) {
    adduce_html_free(html);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = adduce_html_allocate;
  options.deallocator = adduce_html_release;
  options.userdata = html;
  options.max_errors = 0;
  html->output = gumbo_parse_with_options(&options, bytes, count);
  return html;
}

static inline const GumboNode *adduce_html_root(const struct adduce_html *html) {
  return html->output->root;
}

static inline const GumboNode *adduce_html_child(const GumboVector *children, unsigned index) {
  return index < children->length ? (const GumboNode *)children->data[index] : NULL;
}
