# Word counts with tidytext, as CSV.
suppressMessages({ library(dplyr); library(tidytext) })
files <- sort(list.files(commandArgs(TRUE)[1], full.names = TRUE))
text <- vapply(files, function(f) paste(readLines(f, encoding = "UTF-8", warn = FALSE), collapse = "\n"), "")
counts <- tibble(text) %>% unnest_tokens(word, text) %>% count(word, sort = TRUE)
write.csv(counts, stdout(), row.names = FALSE)
