/* Candidates of a whole form: clitics as alternatives, never by the ending alone; then stems; bound words in front. */
#include "candidate.h"

/* Words that stand in front of a whole word: antikorupsi, pascapemilu, nonpartisan. */
static const char *const bound[] = {
    "anti", "antar", "eks", "inter", "maha", "makro", "mikro", "mono", "multi", "nir", "non", "pasca", "pra", "pro", "semi",
    "sub", "super", "trans", "tuna", "ultra",
};

static const sia_str possessives[POSSESSIVES] = { { "", 0 }, { "nya", 3 }, { "ku", 2 }, { "mu", 2 } };
static const sia_str particles[PARTICLES] = { { "", 0 }, { "lah", 3 }, { "kah", 3 }, { "tah", 3 }, { "pun", 3 } };

static bool ends(sia_str s, sia_str with) { return s.n >= with.n + 3 && !memcmp(s.p + s.n - with.n, with.p, with.n); }

/* A word in front, and the rest a root as it stands. */
static void with_bound_word(const sia_roots *r, sia_str base, candidate c, viewer to)
{
    for (size_t i = 0; i < SIA_COUNT_OF(bound); i++) {
        const size_t n = strlen(bound[i]);
        if (base.n < n + 4 || memcmp(base.p, bound[i], n)) continue;
        c.root = root_find(r, base.p + n, base.n - n);
        c.bound = (uint8_t)n;
        if (c.root) to.see(to.ctx, &c);
    }
}

static void of_base(const sia_roots *r, sia_str base, candidate end, viewer to)
{
    candidates_of_stem(r, base, end, to);
    with_bound_word(r, base, end, to);
}

/* The hyphen that sets a clitic off: kuasa-mu, PAN-nya. */
static sia_str less_hyphen(sia_str base) { return base.n > 1 && base.p[base.n - 1] == '-' ? (sia_str){ base.p, base.n - 1 } : base; }

static void of_possessives(const sia_roots *r, sia_str form, sia_str base, candidate end, viewer to)
{
    for (unsigned k = 0; k < POSSESSIVES; k++) {
        if (k && !ends(base, possessives[k])) continue;
        const sia_str left = less_hyphen((sia_str){ base.p, base.n - possessives[k].n });
        end.possessive = (uint8_t)k;
        end.cut = (uint8_t)(form.n - left.n);
        of_base(r, left, end, to);
    }
}

void candidates_of(const sia_roots *r, sia_str form, viewer to)
{
    if (form.n > SIA_FORM_LONGEST) return;
    for (unsigned k = 0; k < PARTICLES; k++) {
        if (k && !ends(form, particles[k])) continue;
        const sia_str left = less_hyphen((sia_str){ form.p, form.n - particles[k].n });
        of_possessives(r, form, left, (candidate){ .particle = (uint8_t)k }, to);
    }
}
