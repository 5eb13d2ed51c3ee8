/* siasat explain: the arithmetic behind one figure, and the lines behind its counts. */
#include "explain.h"

static const struct { const char *what; uint32_t names; sia_status (*explain)(explain *x, sia_err *err); } kinds[] = {
    { "freq", 1, explain_freq }, { "cooc", 2, explain_cooc }, { "keyness", 1, explain_keyness },
};

static sia_status explain_run(session *s, sia_err *err)
{
    explain x = { .s = s };
    size_t k = 0;
    while (k < SIA_COUNT_OF(kinds) && (!s->operands || strcmp(s->operand[0], kinds[k].what))) k++;
    if (k == SIA_COUNT_OF(kinds) || s->operands <= (int)kinds[k].names)
        return sia_fail(err, SIA_MSG_EXPLAIN_WHAT, 0, SIA_STR("explain"), "%s", s->operands ? s->operand[0] : "");
    x.n_names = kinds[k].names;
    x.first_input = 1 + x.n_names;
    x.table = *sia_columns_of(sia_str_of(kinds[k].what));
    for (uint32_t i = 0; i < x.n_names; i++) x.name[i] = sia_str_of(s->operand[1 + i]);
    return kinds[k].explain(&x, err);
}

const command cmd_explain = {
    { "explain", "freq ITEM|cooc A B|keyness ITEM [INPUT]", SIA_MSG_CMD_EXPLAIN,
      { &opts_explain, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat explain freq STR-ofensif skripsi/", "siasat explain cooc --of category --unit paragraph STR MED skripsi/",
        "siasat explain keyness --of word --target part=saran --reference part=kesimpulan program skripsi/" } },
    explain_run,
};
