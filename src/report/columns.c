/* What each command's table holds: one list over the files that declare columns, and those of `columns` itself. */
#include "columns.h"

static const sia_col self[] = {
    TEXT("command", 0, "Command", "Perintah", "The command that prints the table", "Perintah yang mencetak tabelnya"),
    TEXT("name", 0, "Name", "Nama", "Name of the column: stable, never translated",
         "Nama kolom: tetap, tidak diterjemahkan"),
    TEXT("type", 0, "Type", "Tipe", "text, count (a whole number) or real",
         "text (teks), count (bilangan cacah) atau real (bilangan riil)"),
    TEXT("unit", 0, "Unit", "Satuan", "What the number counts; empty where it is bare",
         "Satuan bilangannya; kosong bila tanpa satuan"),
    TEXT("meaning", 0, "Meaning", "Arti", "What a cell says", "Arti isi sel"),
    TEXT("formula", 0, "Formula", "Rumus", "How the number is made", "Cara bilangannya dihitung"),
    TEXT("source", 0, "Source", "Sumber", "The paper that gives the formula", "Tulisan asal rumusnya"),
};

static const sia_columns own[] = { COLUMNS("columns", self), { NULL, NULL, 0 } };

const sia_columns *sia_columns_at(uint32_t i)
{
    const sia_columns *const lists[] = { sia_columns_text, sia_columns_code, sia_columns_stat, sia_columns_groups, sia_columns_human, sia_columns_repair, sia_columns_report, own };
    for (size_t k = 0; k < SIA_COUNT_OF(lists); k++)
        for (const sia_columns *c = lists[k]; c->command; c++)
            if (i-- == 0) return c;
    return NULL;
}

const sia_columns *sia_columns_of(sia_str command)
{
    const sia_columns *c;
    for (uint32_t i = 0; (c = sia_columns_at(i)) != NULL; i++)
        if (sia_str_eq(command, sia_str_of(c->command))) return c;
    return NULL;
}

sia_col sia_measure_col(const sia_measure *m)
{
    return (sia_col){ m->name, SIA_REAL, m->unit, { m->title[SIA_EN], m->title[SIA_ID] }, { m->means[SIA_EN], m->means[SIA_ID] },
                      m->formula, m->source, 0 };
}
