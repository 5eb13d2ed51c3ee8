/* The words that announce, part and end enumerations. */
#ifndef SIA_LISTWORD_H
#define SIA_LISTWORD_H
#include <siasat/text.h>

enum {
    LIST_CUE    = 1,        /* meliputi, yakni: members follow                                        */
    LIST_HALF   = 2,        /* terdiri, antara: the first of two words that are a cue together         */
    LIST_REST   = 4,        /* atas, lain: the second of them                                         */
    LIST_AND    = 8,        /* dan, serta, atau                                                       */
    LIST_CLAUSE = 16,       /* sehingga, karena: a new clause, no member                              */
    LIST_AIM    = 32,       /* untuk, guna: what follows tells what the last member is for            */
    LIST_LEAD   = 64,       /* ialah, dengan: stands before a member and is no part of it              */
    LIST_OPEN   = 128,      /* adapun, sementara: stands before a head and is no part of it            */
    LIST_CLOSE  = 256,      /* dapat, juga, sebagai, berikut: stands after a head and is no part of it */
    LIST_INSIDE = 512,      /* seperti: a cue that the sentence's own verb may follow                  */
    LIST_VERB   = 1024,     /* merupakan, menjadi: a verb that ends an INSIDE enumeration              */
    LIST_APART  = 2048,     /* baik, termasuk: after a comma, an aside and no member                   */
};

/* The LIST_* of a folded word, 0 for most. */
unsigned sia_list_word(sia_str folded);

/* pertama 1, kedua 2 ... kesepuluh 10, "ke-3" 3; 0: no ordinal. */
unsigned sia_list_ordinal(sia_str folded);
#endif
