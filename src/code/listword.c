/* The words that announce, part and end enumerations, and ordinals. */
#include "listword.h"
#include "clause.h"

static const sia_clause_word words[] = {                               /* in byte order */
    { "adalah",      LIST_LEAD | LIST_CLOSE | LIST_VERB },
    { "adapun",      LIST_OPEN },
    { "agar",        LIST_CLAUSE | LIST_AIM },
    { "akan",        LIST_CLOSE | LIST_VERB },
    { "antara",      LIST_HALF | LIST_INSIDE },
    { "apabila",     LIST_CLAUSE },
    { "atas",        LIST_REST },
    { "atau",        LIST_AND },
    { "bahwa",       LIST_OPEN | LIST_CLAUSE },
    { "baik",        LIST_APART },
    { "berikut",     LIST_CLOSE },
    { "berupa",      LIST_CUE },
    { "dalam",       LIST_REST },
    { "dan",         LIST_AND | LIST_OPEN },
    { "dapat",       LIST_CLOSE | LIST_VERB },
    { "dari",        LIST_REST },
    { "demi",        LIST_AIM },
    { "dengan",      LIST_LEAD },
    { "diantaranya", LIST_CUE },
    { "dibagi",      LIST_HALF },
    { "digolongkan", LIST_HALF },
    { "dikelompokkan", LIST_HALF },
    { "dimana",      LIST_CLAUSE },
    { "guna",        LIST_AIM },
    { "hanya",       LIST_CLOSE },
    { "ialah",       LIST_CUE | LIST_LEAD },
    { "ini",         LIST_CLOSE },
    { "itu",         LIST_CLOSE },
    { "jika",        LIST_CLAUSE },
    { "juga",        LIST_CLOSE | LIST_LEAD },
    { "karena",      LIST_CLAUSE | LIST_AIM },
    { "karna",       LIST_CLAUSE | LIST_AIM },
    { "kemudian",    LIST_OPEN | LIST_CLAUSE | LIST_LEAD },
    { "ketika",      LIST_CLAUSE },
    { "khususnya",   LIST_APART },
    { "lain",        LIST_REST },
    { "lalu",        LIST_OPEN | LIST_CLAUSE | LIST_LEAD },
    { "maka",        LIST_OPEN | LIST_CLAUSE },
    { "mana",        LIST_OPEN },
    { "maupun",      LIST_AND },
    { "melingkupi",  LIST_CUE },
    { "meliputi",    LIST_CUE },
    { "mencakup",    LIST_CUE },
    { "mendapat",    LIST_VERB },
    { "mendapatkan", LIST_VERB },
    { "menjadi",     LIST_REST | LIST_VERB },
    { "merupakan",   LIST_LEAD | LIST_VERB },
    { "misalnya",    LIST_CUE | LIST_INSIDE },
    { "namun",       LIST_OPEN | LIST_CLAUSE },
    { "sebab",       LIST_CLAUSE },
    { "sebagai",     LIST_CLOSE },
    { "sedangkan",   LIST_OPEN | LIST_CLAUSE },
    { "sehingga",    LIST_CLAUSE | LIST_AIM },
    { "selain",      LIST_CLAUSE },
    { "selanjutnya", LIST_OPEN | LIST_CLAUSE | LIST_LEAD },
    { "sementara",   LIST_OPEN | LIST_CLAUSE },
    { "seperti",     LIST_CUE | LIST_INSIDE },
    { "serta",       LIST_AND },
    { "supaya",      LIST_CLAUSE | LIST_AIM },
    { "telah",       LIST_VERB },
    { "terakhir",    LIST_LEAD },
    { "terbagi",     LIST_HALF },
    { "terdiri",     LIST_HALF },
    { "termasuk",    LIST_APART },
    { "tersebut",    LIST_CLOSE },
    { "terutama",    LIST_APART },
    { "tetapi",      LIST_CLAUSE },
    { "untuk",       LIST_AIM },
    { "yaitu",       LIST_CUE | LIST_LEAD },
    { "yakni",       LIST_CUE | LIST_LEAD },
    { "yang",        LIST_OPEN | LIST_CLOSE | LIST_LEAD },
};

unsigned sia_list_word(sia_str folded) { return sia_clause_find(words, SIA_COUNT_OF(words), folded); }

unsigned sia_list_ordinal(sia_str folded)
{
    static const char *const names[] = {
        "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh",
    };
    for (unsigned i = 0; i < SIA_COUNT_OF(names); i++)
        if (sia_str_eq(folded, sia_str_of(names[i]))) return i + 1;
    if (folded.n == 4 && !memcmp(folded.p, "ke-", 3) && folded.p[3] >= '1' && folded.p[3] <= '9') return (unsigned)(folded.p[3] - '0');
    return 0;
}
