/* JSON Lines: an object a row, all columns in order, null where nothing is known. Control characters, DEL and what
 * turns the direction of writing are escaped, so that a row is one line in any reader and safe on a terminal. */
#include "writer.h"

static void unicode(sia_table *t, int32_t c)
{
    const char *hex = "0123456789abcdef";
    sia_outz(t, "\\u");
    for (int shift = 12; shift >= 0; shift -= 4) sia_out1(t, hex[c >> shift & 15]);
}

static void character(sia_table *t, const char *p, uint32_t len, int32_t c)
{
    const char *named = "\b\t\n\f\r", *letter = "btnfr", *at = c && c < 0x20 ? strchr(named, c) : NULL;
    uint32_t same;
    if (c == '"' || c == '\\') sia_out1(t, '\\');
    if (at) { sia_out1(t, '\\'); sia_out1(t, letter[at - named]); }
    else if (sia_show(p, &same) != c) unicode(t, c);
    else sia_out(t, p, len);
}

static void quoted(sia_table *t, sia_str s, bool plain)
{
    sia_out1(t, '"');
    if (plain) sia_out(t, s.p, s.n);
    else for (const char *p = s.p, *end = s.p + s.n; p < end; ) {
        uint32_t len;
        int32_t c = sia_utf8_at(p, &len);
        character(t, p, len, c);
        p += len;
    }
    sia_out1(t, '"');
}

/* A column's key: made once where it is plain, else its name, to be escaped each time. */
typedef struct { sia_str made, name; } keyed;

static void key(sia_table *t)
{
    const keyed *k = (const keyed *)t->own + t->at;
    sia_out(t, k->made.p, k->made.n);
    if (!k->name.n) return;
    quoted(t, k->name, false);
    sia_out1(t, ':');
}

static void text(sia_table *t, sia_str s, bool plain)
{
    key(t);
    quoted(t, s, plain);
}

static void number(sia_table *t, sia_str digits)
{
    key(t);
    if (digits.n) sia_out(t, digits.p, digits.n);
    else sia_outz(t, "null");
}

static void end_row(sia_table *t) { sia_outz(t, "}\n"); }
static void nothing(sia_table *t) { (void)t; }

/* Keys are the columns' names, whatever titles are asked for: programs read this. */
static bool start(sia_table *t)
{
    keyed *keys = sia_new(t->a, keyed, t->n);
    for (uint32_t i = 0; keys && i < t->n; i++) {
        const sia_str name = sia_col_name(t, i);
        const char *open = i ? "," : "{";
        if (sia_plain(name, '"', '\\')) keys[i].made = sia_printf(t->a, "%s\"%s\":", open, t->cols[i].name);
        else keys[i] = (keyed){ sia_str_of(open), name };
    }
    t->own = keys;
    t->special = '\\';
    return sia_arena_ok(t->a);
}

const sia_writer sia_jsonl_writer = { start, text, number, end_row, nothing };
