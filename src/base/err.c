/* Errors: filling them in, and saying them. */
#include <siasat/base.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

static sia_status status_of(sia_msg msg)
{
    static const uint8_t status[] = {
#define SIA_MSG(name, status, en, id) status,
#include <siasat/words.def>
#undef SIA_MSG
    };
    return (sia_status)status[msg];
}

/* Copies as much of s as fits; of a long path the tail tells more than the head. */
static void keep_tail(char *to, size_t cap, sia_str s)
{
    size_t n = s.n < cap ? s.n : cap - 1;
    memcpy(to, s.p + s.n - n, n);
    to[n] = 0;
    if (n < s.n) memcpy(to, "...", 3);
}

static sia_status fail(sia_err *err, sia_msg msg, int sys, sia_str where, const char *arg, va_list ap)
{
    if (!err) return status_of(msg);
    err->status = status_of(msg);
    err->msg = msg;
    err->sys = sys;
    err->line = err->col = 0;
    keep_tail(err->where, sizeof err->where, where);
    vsnprintf(err->arg, sizeof err->arg, arg, ap);
    return err->status;
}

sia_status sia_fail(sia_err *err, sia_msg msg, int sys, sia_str where, const char *arg, ...)
{
    va_list ap;
    va_start(ap, arg);
    sia_status st = fail(err, msg, sys, where, arg, ap);
    va_end(ap);
    return st;
}

sia_status sia_fail_at(sia_err *err, sia_msg msg, sia_str where, uint32_t line, uint32_t col, const char *arg, ...)
{
    va_list ap;
    va_start(ap, arg);
    sia_status st = fail(err, msg, 0, where, arg, ap);
    va_end(ap);
    if (err) { err->line = line; err->col = col; }
    return st;
}

/* The system's reason. The common ones in Indonesian too; strerror's English for the rest. */
static const char *reason(int sys, sia_lang lang)
{
    if (lang == SIA_EN) return strerror(sys);
    switch (sys) {
    case ENOENT:  return "berkas atau folder tidak ada";
    case EACCES:  return "tidak diizinkan";
    case EPERM:   return "tidak diizinkan";
    case EISDIR:  return "adalah folder";
    case ENOTDIR: return "bukan folder";
    case ENOSPC:  return "cakram penuh";
    case EROFS:   return "cakram hanya dapat dibaca";
    case EBADF:   return "keluaran tertutup";
    case EIO:     return "kesalahan baca atau tulis";
    case EMFILE:  return "terlalu banyak berkas terbuka";
    case ENAMETOOLONG: return "nama terlalu panjang";
    case ELOOP:   return "tautan berputar";
    default:      return strerror(sys);
    }
}

/* Replaces what a terminal could obey, and bytes that are not UTF-8. */
static void defang(char *s)
{
    for (char *p = s; *p; ) {
        size_t left = strlen(p), n = 1;
        while (n < 5 && n <= left && !sia_utf8_valid((sia_str){ p, n })) n++;
        bool whole = n < 5 && n <= left;
        unsigned char c = (unsigned char)*p;
        bool c1 = whole && n == 2 && c == 0xC2 && (unsigned char)p[1] < 0xA0;
        bool bidi = whole && n == 3 && c == 0xE2 && ((unsigned char)p[1] == 0x80 || (unsigned char)p[1] == 0x81)
                    && ((unsigned char)p[2] == 0x8E || (unsigned char)p[2] == 0x8F
                        || ((unsigned char)p[2] >= (p[1] == '\x80' ? 0xA8 : 0xA6) && (unsigned char)p[2] <= 0xAE));
        if (!whole || c < 0x20 || c == 0x7F || c1 || bidi) memset(p, '?', whole ? n : 1);
        p += whole ? n : 1;
    }
}

const char *sia_err_text(const sia_err *e, sia_lang lang, char *buf, size_t cap)
{
    char at[32] = "", what[384];
    if (e->line) snprintf(at, sizeof at, e->col ? ":%u:%u" : ":%u", e->line, e->col);
    const char *word = sia_word(e->msg, lang), *slot = strstr(word, "%s");
    if (slot) snprintf(what, sizeof what, "%.*s%s%s", (int)(slot - word), word, e->arg, slot + 2);
    else snprintf(what, sizeof what, "%s%s%s", word, *e->arg ? ": " : "", e->arg);
    const char *why = e->status == SIA_EIO && e->sys ? reason(e->sys, lang) : "";
    snprintf(buf, cap, "%s%s%s%s%s%s", e->where, at, e->where[0] ? ": " : "", what, *why ? ": " : "", why);
    defang(buf);
    return buf;
}
