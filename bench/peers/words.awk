# Word counts with awk, as CSV.
{ n = split(tolower($0), word, /[^a-z0-9]+/); for (i = 1; i <= n; i++) if (word[i] != "") count[word[i]]++ }
END { for (w in count) print count[w] "," w }
