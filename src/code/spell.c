/* Spelling out: a pattern's words as PCRE2 source over marked text (spell.h). Unreadable, but each part is simple. */
#include "spell.h"

#define SPACES "[\\t-\\r \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]"
#define DASH   "[-\\x{2010}-\\x{2014}]"
#define IN     "[^\\x01-\\x07\\x10]"                         /* a character inside a unit */
#define KEYS   "(?:\\x0E" IN "*+)?"                           /* a word's lemma and root, where they are told */
#define NO_KEY "[^\\x01-\\x07\\x0E-\\x10]"                   /* a character of a surface, or of a key */
#define OPEN   "[\\x01\\x03\\x10]"
#define CLOSE  "[\\x02\\x04]"
#define CLITIC "(?:nya(?:[lk]ah|pun)?|[lk]ah|pun)"
#define HYPHEN_CLITIC "(?:(?<!\\x07)" CLOSE DASH SPACES "*+" OPEN "(?:nya|[lk]ah|pun)\\x05" IN "*+)?"
#define STOP   "\\x02\\x03\\x07\\.\\x05\\.\\x07"              /* a token's own stop */
#define GAP    "(?:" SPACES "++|" DASH SPACES "*+)"
#define SURFACE(first) "(?=" OPEN IN "*+\x05" first ")"       /* before a unit that begins so */
#define TWICE_GAP "(?:" DASH SPACES "*+|" SPACES "++" SURFACE("[^A-Z]") \
                  "|(?:(?![\t-\r])" SPACES ")++" SURFACE("[A-Z](?![a-z])") ")"

typedef struct { sia_arena *a; SIA_VEC(char) v; uint32_t groups; const sia_roots *roots; } source;

static void put(source *s, const char *z) { for (; *z; z++) sia_push(s->a, &s->v, *z); }

/* One byte of a word, globs spelt out. */
static void put_byte(source *s, char c)
{
    if (c == SIA_GLOB_RUN) { put(s, IN "*"); return; }
    if (c == SIA_GLOB_ONE) { put(s, IN); return; }
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
    if (!plain) put(s, "\\");
    sia_push(s->a, &s->v, c);
}

static void put_bytes(source *s, sia_str t) { for (size_t i = 0; i < t.n; i++) put_byte(s, t.p[i]); }

/* `t` with `slip` in the place of the `cut` letters at `at`, as one more alternative. */
static void put_slip(source *s, sia_str t, size_t at, size_t cut, const char *slip)
{
    put(s, "|");
    put_bytes(s, (sia_str){ t.p, at });
    put(s, slip);
    put_bytes(s, (sia_str){ t.p + at + cut, t.n - at - cut });
}

/* What lies between the letters that `~word` keeps, and all that one slip can make of it. */
static void put_near(source *s, sia_str middle)
{
    put(s, "(?:");
    put_bytes(s, middle);
    for (size_t i = 0; i <= middle.n; i++) put_slip(s, middle, i, 0, IN);
    for (size_t i = 0; i < middle.n; i++) {
        put_slip(s, middle, i, 1, "");
        put_slip(s, middle, i, 1, IN);
    }
    for (size_t i = 0; i + 1 < middle.n; i++) {
        char swapped[] = { middle.p[i + 1], middle.p[i], 0 };
        put_slip(s, middle, i, 2, swapped);
    }
    put(s, ")");
}

static void put_text(source *s, sia_str t)
{
    bool near = t.n > 1 && t.p[1] == SIA_GLOB_NEAR;
    if (!near) { put_bytes(s, t); return; }
    put_byte(s, t.p[0]);
    put_near(s, (sia_str){ t.p + 2, t.n - 2 - SIA_NEAR_KEPT });
    put_bytes(s, (sia_str){ t.p + t.n - SIA_NEAR_KEPT, SIA_NEAR_KEPT });
}

/* The lemma or root after any surface. */
static void put_key(source *s, const sia_item *item)
{
    sia_analysis room;
    put(s, "\\x05" NO_KEY "*+\\x0E");
    if (item->kind == SIA_ITEM_ROOT) put(s, NO_KEY "*+\\x0F");
    put_text(s, sia_key_of(s->roots, (sia_item_kind)item->kind, item->text, &room));
    put(s, item->kind == SIA_ITEM_LEMMA ? "\\x0F" IN "*+" : "(?=[\\x02\\x04])");
}

/* The surface of a word whose case matters, `tail` letters of clitic after it; any surface otherwise. */
static void put_surface(source *s, const sia_item *item, const char *tail)
{
    if (sia_item_is_key(item)) { put_key(s, item); return; }
    put(s, "\\x05");
    if (!item->cased) { put(s, IN "*+"); return; }
    put(s, "(?:");
    put_text(s, item->cased->typed);
    put(s, "|");
    put_text(s, item->cased->upper);
    put(s, ")");
    put(s, tail);
    put(s, KEYS);
}

/* Of a lemma or root any word. */
static void put_word_text(source *s, const sia_item *item)
{
    if (sia_item_is_key(item)) put(s, IN "++");
    else put_text(s, item->text);
}

/* The word itself, or doubled in one word. */
static void put_stem(source *s, const sia_item *item)
{
    put_word_text(s, item);
    if (item->cased || item->kind != SIA_ITEM_WORD) return;
    bool doubles = sia_word_doubles(item->text), two = sia_word_takes_two(item->text);
    if (!doubles && !two) return;
    put(s, "(?:");
    if (doubles) put_text(s, item->text);
    put(s, doubles && two ? "|2)?" : doubles ? ")?" : "2)?");
}

static void put_group(source *s, uint32_t group)
{
    char z[24], *p = z + sizeof z;
    *--p = 0;
    *--p = '}';
    do *--p = (char)('0' + group % 10); while (group /= 10);
    put(s, "\\g{");
    put(s, p);
}

/* stem gap stem, the second with `clitic` of `tail` letters; no capital that begins anew (match.c). */
static void put_twice(source *s, const sia_item *item, const char *clitic, const char *tail)
{
    uint32_t group = ++s->groups;
    put(s, "|(");
    put_word_text(s, item);
    put(s, ")");
    put_surface(s, item, "");
    put(s, CLOSE TWICE_GAP OPEN);
    put_group(s, group);
    put(s, clitic);
    put_surface(s, item, tail);
}

/* stem, or stem gap stem. With `last`: either may end with a clitic, joined or after a hyphen. */
static void put_word(source *s, const sia_item *item, bool last)
{
    static const struct { const char *clitic, *tail; } ends[] = {
        { "(?:nya|[lk]ah|pun)", IN "{3}" }, { "nya(?:[lk]ah|pun)", IN "{6}" } };
    put(s, "(?:");
    put_stem(s, item);
    put_surface(s, item, "");
    if (last) put(s, HYPHEN_CLITIC);
    put_twice(s, item, "", "");
    if (last) put(s, HYPHEN_CLITIC);
    for (size_t i = 0; last && i < SIA_COUNT_OF(ends); i++) {
        put(s, "|");
        put_stem(s, item);
        put(s, ends[i].clitic);
        put_surface(s, item, ends[i].tail);
        put_twice(s, item, ends[i].clitic, ends[i].tail);
    }
    put(s, ")");
}

/* `*`: one unit, once or twice, or a token of several units whole, with or without its own stop. */
static void put_any(source *s, bool last)
{
    sia_item any = { .text = SIA_STR("\x01"), .kind = SIA_ITEM_GLOB };
    put(s, "(?:");
    put_word(s, &any, last);
    put(s, "|(?:\\x06" IN "++\\x05" IN "*+");
    put(s, "|(?<=\\x01)[^\\x01-\\x04\\x07\\x10]++(?:" STOP "|\\x04[^\\x01\\x02]*+(?:" STOP ")?)");
    put(s, last ? ")" HYPHEN_CLITIC ")" : "))");
}

static sia_item_kind kind_of(const sia_codebook *cb, const sia_alternative *alt, uint32_t i)
{
    return (sia_item_kind)cb->items.v[cb->steps.v[alt->first + i]].kind;
}

/* Between words a blank or hyphen; around marks anything blank. A token that `*` took whole may end with a mark. */
static void put_gap(source *s, sia_item_kind before, sia_item_kind after)
{
    if (before == SIA_ITEM_MARK || after == SIA_ITEM_MARK) put(s, CLOSE SPACES "*+");
    else if (before == SIA_ITEM_ANY) put(s, "(?:(?<!\\x07)" CLOSE GAP "|(?<=\\x07)" CLOSE SPACES "*+)");
    else put(s, CLOSE GAP);
}

sia_str sia_spell_alternative(const sia_codebook *cb, const sia_alternative *alt, const sia_roots *roots, sia_arena *a)
{
    source s = { .a = a, .roots = roots };
    for (uint32_t i = 0; i < alt->n; i++) {
        const sia_item *item = &cb->items.v[cb->steps.v[alt->first + i]];
        bool last = i + 1 == alt->n;
        if (i) put_gap(&s, kind_of(cb, alt, i - 1), kind_of(cb, alt, i));
        put(&s, i ? OPEN : "[\\x01\\x10]");
        switch ((sia_item_kind)item->kind) {
        case SIA_ITEM_WORD:
        case SIA_ITEM_LEMMA:
        case SIA_ITEM_ROOT:
        case SIA_ITEM_GLOB: put_word(&s, item, last); break;
        case SIA_ITEM_ANY:  put_any(&s, last); break;
        case SIA_ITEM_MARK:
            put(&s, "\\x07");
            put_text(&s, item->text);
            put(&s, "\\x05" IN "*+\\x07");
            break;
        }
    }
    put(&s, "\\x02(?C1)");
    return (sia_str){ s.v.v, s.v.n };
}
