#!/bin/sh
# What a library of theses takes on 1, 10 and 100 nodes, reckoned from figures.
#   plan.sh [KEY=VALUE...]         sh bench/plan.sh theses=200000 cores=64 $(sh bench/figures.sh build/release)
exec awk 'BEGIN {
    # Measured by bench/figures.sh (one core of an AMD EPYC of 2026, 2026-11-24):
    v["pdf_start_s"] = 0.014; v["pdf_page_s"] = 0.0018; v["text_mb_s"] = 14.6; v["partial_per_text"] = 2.48; v["few_per_text"] = 0.708
    v["merge_mb_s"] = 84.5; v["memory_mb_per_text_mb"] = 5.4; v["list_s_per_million"] = 5.85
    # Not measured: the library, the nodes, their disks. Put your own here.
    v["theses"] = 1e6; v["pages"] = 100; v["page_kb"] = 2; v["pdf_mb"] = 3
    v["cores"] = 32; v["node_mb_s"] = 500; v["disk_mb_s"] = 5000; v["stat_ms"] = 0.2; v["shards"] = 1000
    for (i = 1; i < ARGC; i++) {
        n = split(ARGV[i], pair, "=")
        if (n != 2 || !(pair[1] in v) || pair[2] + 0 <= 0) { print "plan.sh: no such figure: " ARGV[i]; exit 2 }
        v[pair[1]] = pair[2] + 0
    }
    text = v["theses"] * v["pages"] * v["page_kb"] / 1e3                                 # MB
    pdf = v["theses"] * (v["pdf_start_s"] + v["pages"] * v["pdf_page_s"])                # processor seconds
    count = text / v["text_mb_s"]
    list = v["theses"] / 1e6 * v["list_s_per_million"] + v["theses"] * v["stat_ms"] / 1e3        # for each shard
    read = v["theses"] * v["pdf_mb"]                                                     # MB
    partial = text * v["partial_per_text"]; few = text * v["few_per_text"]
    printf "text %.0f GB; PDFs %.1f processor hours, counting %.1f, listing %.2f for each of %d shards\n", text / 1e3, pdf / 3600, count / 3600, list / 3600, v["shards"]
    printf "a shard: %d theses, memory %.1f GB, partial %.0f MB (without tag %.0f MB)\n", v["theses"] / v["shards"], text / v["shards"] * v["memory_mb_per_text_mb"] / 1e3, partial / v["shards"], few / v["shards"]
    printf "disk: PDFs %.1f TB, partials %.0f GB and their sum as much again (without tag %.0f GB)\n", read / 1e6, partial / 1e3, few / 1e3
    print "nodes  processors a task  tasks at once  turns  processors h  disk h  merge h  all h  without tag h"
    for (nodes = 1; nodes <= 100; nodes *= 10) {
        # Tasks take more processors where there would be fewer than two turns: else some nodes would stand still.
        for (c = 1; v["shards"] < 2 * nodes * int(v["cores"] / c) && 2 * c <= v["cores"]; c *= 2) { }
        slots = nodes * int(v["cores"] / c)
        turns = int((v["shards"] + slots - 1) / slots)
        work = turns * (list + (pdf + count) / v["shards"] / c) / 3600
        mb_s = nodes * v["node_mb_s"] < v["disk_mb_s"] ? nodes * v["node_mb_s"] : v["disk_mb_s"]
        disk = read / mb_s / 3600
        merge = partial / v["merge_mb_s"] / 3600
        most = work > disk ? work : disk
        printf "%5d  %17d  %13d  %5d  %12.2f  %6.2f  %7.2f  %5.2f  %13.2f\n", nodes, c, slots, turns, work, disk, merge, most + merge, most + few / v["merge_mb_s"] / 3600
    }
}' "$@"
