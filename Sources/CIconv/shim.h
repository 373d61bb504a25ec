// Of the C library itself, which Swift's Glibc leaves out.
#pragma once
#include <iconv.h>
