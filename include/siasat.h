/* siasat.h: the library, in the order data flows. */
#ifndef SIASAT_H
#define SIASAT_H
#include <siasat/base.h>
#include <siasat/text.h>
#include <siasat/indonesian.h>
#include <siasat/repair.h>
#include <siasat/code.h>
#include <siasat/stat.h>
#include <siasat/report.h>
#endif
