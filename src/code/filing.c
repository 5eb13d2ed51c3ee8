/* Filing: a program's items, each under what a word must look like to fit it. */
#include "program.h"
#include "hash.h"

static sia_str key_of(char *to, const sia_item *item)
{
    size_t n = 0;
    to[n++] = (char)('0' + item->kind);
    memcpy(to + n, item->text.p, item->text.n);
    n += item->text.n;
    to[n++] = '\n';
    if (!item->cased) return (sia_str){ to, n };
    memcpy(to + n, item->cased->typed.p, item->cased->typed.n);
    return (sia_str){ to, n + item->cased->typed.n };
}

/* How many of the glob's first, or last, bytes stand for themselves. */
static size_t literals(sia_str g, bool tail)
{
    size_t n = 0;
    while (n < g.n && (unsigned char)g.p[tail ? g.n - 1 - n : n] > SIA_GLOB_NEAR) n++;
    return n;
}

/* The chain of globs that a word's ends may lead to: the most telling one that this glob allows. */
static uint32_t *bucket_of(sia_program *p, sia_str g)
{
    size_t head = literals(g, false), tail = literals(g, true);
    if (head >= 4) return &p->by_four[sia_four_slot(g.p)];
    if (head >= 2) return &p->by_head[sia_two_slot(g.p)];
    if (tail >= 2) return &p->by_tail[sia_two_slot(g.p + g.n - 2)];
    if (head) return &p->by_first[(unsigned char)g.p[0]];
    return tail ? &p->by_last[(unsigned char)g.p[g.n - 1]] : &p->by_neither;
}

/* What a text is filed as: a lemma, a root, or (0) what stands in the text itself. */
static sia_item_kind filed_as(const sia_item *i) { return sia_item_is_key(i) ? (sia_item_kind)i->kind : SIA_ITEM_WORD; }

static uint32_t hash_of(const sia_program *p, sia_item_kind as, sia_str s) { return (uint32_t)sia_hash(p->seed + as, s); }

static bool is_filed(const sia_item *i, sia_item_kind as, sia_str s) { return filed_as(i) == as && sia_str_eq(i->text, s); }

/* The slot that holds an item of this text, or the free one where it belongs. The hash spares most looks at items. */
static sia_text_slot *text_slot(const sia_program *p, sia_item_kind as, sia_str s, uint32_t hash)
{
    uint32_t i = hash & p->text_mask;
    for (; p->texts[i].item; i = (i + 1) & p->text_mask)
        if (p->texts[i].hash == hash && is_filed(&p->items.v[p->texts[i].item - 1], as, s)) break;
    return &p->texts[i];
}

uint32_t sia_program_text(const sia_program *p, sia_str text)
{
    return text_slot(p, SIA_ITEM_WORD, text, hash_of(p, SIA_ITEM_WORD, text))->item;
}

uint32_t sia_program_key(const sia_program *p, sia_item_kind kind, sia_str key)
{
    return text_slot(p, kind, key, hash_of(p, kind, key))->item;
}

/* Half of the slots stay free: most words of a document are no text of a pattern. */
static bool make_texts(sia_program *p, uint32_t n)
{
    uint32_t size = 64;
    while (size / 2 < n && size <= UINT32_MAX / 4) size *= 2;
    p->texts = sia_new(p->a, sia_text_slot, size);
    p->text_mask = size - 1;
    p->seed = (uint64_t)(uintptr_t)p->texts;                 /* unlike from run to run: no flooding */
    return p->texts;
}

/* `lemma:memilih` asks for the lemma that memilih has. */
static void take_key(sia_program *p, sia_item *item)
{
    sia_analysis room;
    item->text = sia_dup(p->a, sia_key_of(p->roots, (sia_item_kind)item->kind, item->text, &room));
    p->asks_roots = true;
}

static void file_item(sia_program *p, uint32_t i)
{
    const sia_item *item = &p->items.v[i];
    if (item->kind == SIA_ITEM_ANY) { p->any = i + 1; return; }
    if (item->kind == SIA_ITEM_GLOB) {
        uint32_t *bucket = bucket_of(p, item->text);
        p->same_glob[i] = *bucket;
        *bucket = i + 1;
        return;
    }
    if (sia_item_is_key(item)) take_key(p, &p->items.v[i]);
    uint32_t hash = hash_of(p, filed_as(item), item->text);
    sia_text_slot *slot = text_slot(p, filed_as(item), item->text, hash);
    p->same_text[i] = slot->item;
    *slot = (sia_text_slot){ hash, i + 1 };
}

/* One book's items keep their order; those of several books are told apart by their keys. */
bool sia_program_items(sia_program *p)
{
    char key[2048];
    sia_lex *keys = sia_lex_new(p->a);
    uint32_t all = 0;
    for (uint32_t b = 0; b < p->n_books; b++) all += p->books[b]->items.n;
    SIA_EXPECT(p->a, &p->items, all + 1u);
    if (!make_texts(p, all)) return false;
    p->same_text = sia_new(p->a, uint32_t, all + 1);
    p->same_glob = sia_new(p->a, uint32_t, all + 1);
    for (uint32_t b = 0; keys && b < p->n_books; b++) {
        const sia_codebook *cb = p->books[b];
        p->item_of[b] = sia_new(p->a, uint32_t, cb->items.n + 1u);
        for (uint32_t i = 0; sia_arena_ok(p->a) && i < cb->items.n; i++) {
            sia_id id = p->n_books == 1 ? i + 1 : sia_lex_id(keys, key_of(key, &cb->items.v[i]));
            p->item_of[b][i] = id - 1;
            if (id <= p->items.n) continue;
            sia_push(p->a, &p->items, cb->items.v[i]);
            if (sia_arena_ok(p->a)) file_item(p, id - 1);
        }
    }
    return sia_arena_ok(p->a);
}
