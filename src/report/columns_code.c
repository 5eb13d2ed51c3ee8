/* Columns of the commands that print codebooks and what they found: tag, kwic, codebook. */
#include "columns.h"

static const sia_col tag[] = {
    COL_HIT, COL_DOC, COL_PART, COL_SECTION, COL_PAGE, COL_PAGE_LABEL, COL_PARAGRAPH, COL_SENTENCE, COL_START, COL_END,
    COL_CATEGORY, COL_TERM, COL_LABEL,
    TEXT("surface", SIA_COL_MARK, "Surface", "Bentuk tertulis", "The input's text from start to end",
         "Teks masukan dari awal sampai akhir"),
    TEXT("context", 0, "Context", "Konteks", "The whole sentence", "Kalimat seutuhnya"),
    TEXT("decision", SIA_COL_SIDE, "Decision", "Keputusan",
         "For the reader to fill: ya keeps, tidak drops, a term id recodes; then give it back with --hits",
         "Untuk diisi pembaca: ya, tidak, atau pengenal istilah lain; lalu berikan kembali dengan --hits"),
};

/* Columns that tag adds when --columns names them. */
static const sia_col stance[] = {
    TEXT("negated", 0, "Negated", "Disangkal", "yes: in the scope of tidak, belum, bukan, tanpa, kurang and the like",
         "yes: dalam cakupan tidak, belum, bukan, tanpa, kurang dan sejenisnya"),
    TEXT("modality", 0, "Modality", "Modalitas", "recommended: asked for by harus, perlu, sebaiknya ..., or said in saran; stated: said to be so",
         "recommended: diminta dengan harus, perlu, sebaiknya ..., atau dikatakan dalam saran; stated: dinyatakan"),
    TEXT("voice", 0, "Voice", "Penutur", "Who says it: author, informant (quoted or reported), literature (cited)",
         "Siapa yang mengatakannya: author (penulis), informant (informan), literature (pustaka yang dikutip)"),
};

static const sia_col overlaps[] = {
    COL_DOC, COL_PART, COL_SECTION, COL_PAGE, COL_PAGE_LABEL, COL_SENTENCE, COL_START, COL_END, COL_CATEGORY, COL_TERM,
    TEXT("surface", 0, "Surface", "Bentuk tertulis", "The input's text that was matched, and is no hit", "Teks masukan yang cocok, tetapi bukan temuan"),
    TEXT("why", 0, "Why", "Sebab", "The winner begins earlier; begins there too and is longer; stands at the same place (same_place) and "
         "comes first in the codebook; comes first in the codebook, wherever it stands (priority)",
         "Pemenangnya mulai lebih awal (earlier); mulai di sana juga dan lebih panjang (longer); di tempat yang sama (same_place) tetapi "
         "lebih dahulu dalam buku kode; lebih dahulu dalam buku kode, di mana pun letaknya (priority)"),
    TEXT("winner", SIA_COL_SIDE, "Winner", "Pemenang", "Id of the hit that it gave way to", "Nomor temuan yang diutamakan"),
    TEXT("winner_category", 0, "Winner's category", "Kategori pemenang", "The hit's category", "Kategori temuan itu"),
    TEXT("winner_term", 0, "Winner's term", "Istilah pemenang", "The hit's term", "Istilah temuan itu"),
    TEXT("winner_surface", 0, "Winner's surface", "Bentuk pemenang", "The input's text that is the hit", "Teks masukan yang menjadi temuan"),
};

static const sia_col quote[] = {
    TEXT("quote", 0, "Quotation", "Kutipan", "The sentence, with author, year and page behind it", "Kalimatnya, diikuti penulis, tahun, dan halaman"),
    TEXT("author", 0, "Author", "Penulis", "From --meta; empty if it is not known", "Dari --meta; kosong bila tidak diketahui"),
    TEXT("year", 0, "Year", "Tahun", "From --meta; empty if it is not known", "Dari --meta; kosong bila tidak diketahui"),
    COL_PAGE_LABEL, COL_DOC,
};

static const sia_col kwic[] = {
    COL_HIT, COL_DOC, COL_PART, COL_SECTION, COL_PAGE, COL_PAGE_LABEL, COL_SENTENCE, COL_START, COL_END,
    TEXT("left", SIA_COL_TAIL | SIA_COL_RIGHT, "Left", "Kiri", "Text before the match", "Teks sebelum temuan"),
    TEXT("match", SIA_COL_MARK, "Match", "Temuan", "The matched text", "Teks yang ditemukan"),
    TEXT("right", 0, "Right", "Kanan", "Text after the match", "Teks sesudah temuan"),
};

static const sia_col lists[] = {
    COL_DOC, COL_PART, COL_PAGE, COL_PAGE_LABEL, COL_SENTENCE,
    TEXT("head", 0, "Head", "Induk", "What is said to have members, as the text names it", "Yang dirinci, sebagaimana disebut teks"),
    TEXT("head_term", 0, "Head's term", "Istilah induk", "Id of the first coded term in the head; empty if none",
         "Pengenal istilah berkode pertama dalam induk; kosong bila tidak ada"),
    TEXT("member", 0, "Member", "Anggota", "One member, as the text names it", "Satu anggota, sebagaimana disebut teks"),
    TEXT("member_term", 0, "Member's term", "Istilah anggota", "Id of the first coded term in the member; empty if none",
         "Pengenal istilah berkode pertama dalam anggota; kosong bila tidak ada"),
    COL_START, COL_END,
};

static const sia_col discover[] = {
    TEXT("item", 0, "Candidate", "Calon", "What may be a term, as it is first written, without clitics; counted over inflected forms",
         "Yang mungkin istilah, seperti pertama kali ditulis, tanpa klitika; dihitung untuk semua bentuknya"),
    COUNT("count", "", 0, "Count", "Jumlah", "How often it stands outside hits; with function words in it, how often it is named",
          "Berapa kali muncul di luar temuan; bila memuat kata tugas, berapa kali disebut"),
    COUNT("docs", "works", 0, "Works", "Karya", "In how many works", "Dalam berapa karya"),
    REAL("c_value", "", 0, "C-value", "C-value", "How much of a term it is: by length and by how often it stands by itself, not only inside longer candidates; 0 for one word",
         "Seberapa pantas sebagai istilah: menurut panjang dan kemunculannya sendiri, bukan hanya di dalam calon yang lebih panjang; 0 untuk satu kata",
         "log2 |a| (f(a) - t(a) / c(a))", "Frantzi, Ananiadou & Mima 2000"),
    REAL("lrc", "bits", 0, "LRC", "LRC", "Conservative log ratio: more often in sentences in which the codebook finds something (or in --target) than elsewhere; 0 if that may be chance",
         "Log ratio konservatif: lebih sering dalam kalimat yang memuat temuan (atau dalam --target) daripada di tempat lain; 0 bila mungkin kebetulan",
         "log2((R2 / R1) t / (1 - t)), t: Clopper-Pearson limit of O11 / C1", "Evert 2022"),
    TEXT("evidence", 0, "Evidence", "Bukti", "The sentence that introduces it: where it is named as a member, with its head, else where it stands first",
         "Kalimat yang memperkenalkannya: tempat ia disebut sebagai anggota, dengan induknya; bila tidak, tempat pertama"),
};

static const sia_col check[] = {
    TEXT("file", SIA_COL_TAIL, "File", "Berkas", "The codebook", "Buku kode"),
    COUNT("line", "", 0, "Line", "Baris", "Line of the codebook, from 1", "Baris buku kode, mulai 1"),
    COUNT("column", "code points", 0, "Column", "Kolom", "Column of the line, from 1; empty if the whole row is meant",
          "Kolom baris itu, mulai 1; kosong bila seluruh baris"),
    TEXT("kind", 0, "Kind", "Jenis", "error, or note: an oddity that is none",
         "error (kesalahan), atau note (kejanggalan yang bukan kesalahan)"),
    TEXT("message", 0, "Message", "Pesan", "What was found, and why it matters", "Yang ditemukan, dan alasannya"),
    TEXT("finding", 0, "Finding", "Temuan", "dead (never found in the texts), cancelled (each time by except or context), inside (always gives way), "
         "clash (at the same place as another category), twice, slow (a regex tried at nearly every word), example, oddity",
         "dead (tidak pernah ditemukan dalam teks), cancelled (selalu dibatalkan except atau context), inside (selalu mengalah), "
         "clash (di tempat yang sama dengan kategori lain), twice (dua kali), slow (regex yang dicoba pada hampir setiap kata), example (contoh), oddity (kejanggalan)"),
    TEXT("term", 0, "Term", "Istilah", "Of findings in texts: the entry's term", "Pada temuan dalam teks: istilah entri itu"),
    COUNT("count", "", 0, "Count", "Jumlah", "How often it is found in the texts; of a clash, at that other's place", "Berapa kali ditemukan dalam teks; pada clash, di tempat yang lain itu"),
    TEXT("other", 0, "Other term", "Istilah lain", "The term it gives way to (most often), or clashes with; empty if of its own term alone",
         "Istilah yang diutamakan (paling sering), atau yang berbenturan; kosong bila hanya istilahnya sendiri"),
};

static const sia_col coverage[] = {
    TEXT("group", 0, "Group", "Kelompok", "What --by names: a chapter unless said otherwise; corpus for the whole",
         "Menurut --by: bab bila tidak disebut lain; corpus bila seluruhnya"),
    COUNT("content_words", "words", 0, "Content words", "Kata isi", "Words of the text that are no stop words", "Kata dalam teks yang bukan kata henti"),
    COUNT("reached", "words", 0, "Reached", "Terjangkau", "Those that stand in a hit", "Yang berada dalam temuan"),
    REAL("share", "", 0, "Share", "Bagian", "Share of the content words that the codebook reaches", "Bagian kata isi yang terjangkau buku kode",
         "reached / content_words", ""),
    COUNT("members", "", 0, "Members", "Anggota", "What the text enumerates, as `lists` finds it", "Yang dirinci teks, sebagaimana ditemukan `lists`"),
    COUNT("members_reached", "", 0, "Members reached", "Anggota terjangkau", "Members with a hit in them", "Anggota yang memuat temuan"),
    REAL("members_share", "", 0, "Share of members", "Bagian anggota", "Share of what is enumerated that the codebook reaches",
         "Bagian dari yang dirinci yang terjangkau buku kode", "members_reached / members", ""),
};

static const sia_col convert[] = {
    TEXT("lost", 0, "Lost", "Hilang", "What the new format cannot say: a column, or a kind of pattern",
         "Yang tidak dapat dinyatakan format baru: suatu kolom, atau suatu jenis pola"),
    COUNT("count", "", 0, "Count", "Jumlah", "How many cells, patterns or rules of this kind", "Banyak sel, pola, atau aturan semacam ini"),
    TEXT("effect", 0, "Effect", "Akibat", "What the new codebook finds, beside the old one: same, more, less, other",
         "Yang ditemukan buku kode baru dibanding yang lama: same (sama), more (lebih), less (kurang), other (lain)"),
    COUNT("line", "", 0, "Line", "Baris", "Line of the first one, in another program's file", "Baris yang pertama, dalam berkas program lain"),
    TEXT("term", 0, "Term", "Istilah", "Term or category of the first one", "Istilah atau kategori yang pertama"),
    TEXT("example", SIA_COL_SIDE, "Example", "Contoh", "The first one", "Yang pertama"),
    TEXT("message", 0, "Message", "Pesan", "What becomes of it", "Apa jadinya"),
};

static const sia_col list[] = {
    COL_CATEGORY,
    TEXT("category_label", 0, "Category name", "Nama kategori", "The category in words for people",
         "Nama kategori bagi pembaca"),
    COL_TERM, COL_LABEL,
    TEXT("definition", 0, "Definition", "Definisi", "What the term means", "Arti istilah"),
    TEXT("source", 0, "Source", "Sumber", "Where the term is taken from", "Asal istilah"),
    TEXT("note", 0, "Note", "Catatan", "Remarks for coders", "Catatan bagi pengode"),
    TEXT("pattern", 0, "Pattern", "Pola", "What is found, as the codebook writes it; a term has a row for each of its rows of patterns",
         "Yang dicari, seperti tertulis dalam buku kode; satu istilah satu baris untuk tiap baris polanya"),
    TEXT("except", 0, "Except", "Kecuali", "What cancels a find of this row", "Yang membatalkan temuan baris ini"),
    TEXT("context", 0, "Context", "Konteks", "What must, or must not, stand near", "Yang harus, atau tidak boleh, ada di dekatnya"),
};

const sia_columns sia_columns_code[] = {
    COLUMNS("tag", tag), COLUMNS("tag --columns", stance), COLUMNS("tag --overlaps", overlaps), COLUMNS("kwic", kwic), COLUMNS("quote", quote), COLUMNS("lists", lists), COLUMNS("discover", discover), COLUMNS("codebook check", check), COLUMNS("codebook coverage", coverage), COLUMNS("codebook convert", convert), COLUMNS("codebook list", list),
    { NULL, NULL, 0 },
};
