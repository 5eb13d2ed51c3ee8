/* Settings as they would be typed. */
#ifndef SIA_SHOWN_H
#define SIA_SHOWN_H
#include "settings.h"

/* The value of an option: "longest", "12", "a.tsv, b.tsv"; "" where it is not given. Owned by `a`. */
sia_str shown_value(const opt *o, const settings *s, sia_arena *a);

/* Whether an option of inputs and codebooks can change a result: a folder to keep things in cannot. */
bool shown_matters(const opt *o);

/* " --all --where part=saran": what was given of some groups' options. */
sia_str shown_options(const opt_group *const *groups, size_t n, const settings *s, sia_arena *a);
#endif
