# Word counts with tm, as CSV.
suppressMessages(library(tm))
files <- sort(list.files(commandArgs(TRUE)[1], full.names = TRUE))
text <- vapply(files, function(f) paste(readLines(f, encoding = "UTF-8", warn = FALSE), collapse = "\n"), "")
corpus <- tm_map(tm_map(VCorpus(VectorSource(text)), content_transformer(tolower)), removePunctuation)
counts <- sort(slam::row_sums(TermDocumentMatrix(corpus, control = list(wordLengths = c(1, Inf)))), decreasing = TRUE)
write.csv(data.frame(word = names(counts), n = counts), stdout(), row.names = FALSE)
