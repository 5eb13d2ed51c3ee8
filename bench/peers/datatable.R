# Word counts with data.table and stringi, as CSV.
suppressMessages({ library(data.table); library(stringi) })
files <- sort(list.files(commandArgs(TRUE)[1], full.names = TRUE))
text <- vapply(files, function(f) paste(readLines(f, encoding = "UTF-8", warn = FALSE), collapse = "\n"), "")
words <- data.table(word = unlist(stri_extract_all_regex(stri_trans_tolower(text), "\\w+")))
fwrite(words[, .N, by = word][order(-N)], "/dev/stdout")
