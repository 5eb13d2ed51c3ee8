# Regexes for the benchmark, out of the corpus itself: neighbours in its lines, of four letters and more, each pair once.
#   awk -v n=3000 -v step=1 -v form=codebook|regex -f patterns.awk CHAPTER...     step 10: each tenth of them
BEGIN { if (form == "codebook") print "category\tterm\tpattern\nP\t\t" }
function put(a, b,    regex) {
    regex = "\\b" a "\\s+" b (count % 4 == 1 ? "(?:nya|lah|kah)?" : count % 4 == 2 ? "\\w*" : "") "\\b"
    if (form == "codebook") printf "P\tP%d\t/%s/\n", count, regex; else print regex
}
{
    words = split(tolower($0), word, /[^a-z]+/)
    for (i = 1; i < words && count < n; i += 7) {
        if (length(word[i]) < 4 || length(word[i + 1]) < 4 || seen[word[i] " " word[i + 1]]++) continue
        if (count % step == 0) put(word[i], word[i + 1])
        count++
    }
    if (count >= n) exit
}
