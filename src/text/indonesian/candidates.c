/* Candidates of a whole form: clitics as alternatives, never by the ending alone; then stems; bound words in front. */
#include "candidate.h"

/* Words that stand in front of a whole word: antikorupsi, pascapemilu, nonpartisan. */
static const sia_str bound[] = {
    { "anti", 4 }, { "antar", 5 }, { "eks", 3 }, { "inter", 5 }, { "maha", 4 }, { "makro", 5 }, { "mikro", 5 }, { "mono", 4 },
    { "multi", 5 }, { "nir", 3 }, { "non", 3 }, { "pasca", 5 }, { "pra", 3 }, { "pro", 3 }, { "semi", 4 }, { "sub", 3 }, { "super", 5 },
    { "trans", 5 }, { "tuna", 4 }, { "ultra", 5 },
};

static const sia_str possessives[POSSESSIVES] = { { "", 0 }, { "nya", 3 }, { "ku", 2 }, { "mu", 2 } };
static const sia_str particles[PARTICLES] = { { "", 0 }, { "lah", 3 }, { "kah", 3 }, { "tah", 3 }, { "pun", 3 } };

/* Does it end so, with three letters before? */
static bool ends(sia_str s, sia_str with)
{
    return s.n >= with.n + 3 && s.p[s.n - 1] == with.p[with.n - 1] && !memcmp(s.p + s.n - with.n, with.p, with.n);
}

/* How long the bound word is that the form begins with; 0: none. */
static size_t bound_word(sia_str form)
{
    for (size_t i = 0; i < SIA_COUNT_OF(bound); i++)
        if (form.p[0] == bound[i].p[0] && form.n >= bound[i].n + 4 && !memcmp(form.p, bound[i].p, bound[i].n)) return bound[i].n;
    return 0;
}

typedef struct { const sia_roots *roots; sia_str form; size_t bound; viewer to; } search;

/* With this end off: stems; and behind a bound word a root as it stands. */
static void of_base(const search *s, sia_str base, candidate c)
{
    candidates_of_stem(s->roots, base, c, s->to);
    if (!s->bound || base.n < s->bound + 4) return;
    c.root = root_find(s->roots, base.p + s->bound, base.n - s->bound);
    c.bound = (uint8_t)s->bound;
    if (c.root) s->to.see(s->to.ctx, &c);
}

/* The hyphen that sets a clitic off: kuasa-mu, PAN-nya. */
static sia_str less_hyphen(sia_str base) { return base.n > 1 && base.p[base.n - 1] == '-' ? (sia_str){ base.p, base.n - 1 } : base; }

static void of_possessives(const search *s, sia_str base, candidate end)
{
    for (unsigned k = 0; k < POSSESSIVES; k++) {
        if (k && !ends(base, possessives[k])) continue;
        const sia_str left = less_hyphen((sia_str){ base.p, base.n - possessives[k].n });
        end.possessive = (uint8_t)k;
        end.cut = (uint8_t)(s->form.n - left.n);
        of_base(s, left, end);
    }
}

void candidates_of(const sia_roots *r, sia_str form, viewer to)
{
    if (!form.n || form.n > SIA_FORM_LONGEST) return;
    const search s = { r, form, bound_word(form), to };
    for (unsigned k = 0; k < PARTICLES; k++) {
        if (k && !ends(form, particles[k])) continue;
        of_possessives(&s, less_hyphen((sia_str){ form.p, form.n - particles[k].n }), (candidate){ .particle = (uint8_t)k });
    }
}
