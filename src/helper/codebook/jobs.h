/* What siasat-codebook can be asked for: each reads standard input, writes standard output, and returns the exit status. */
#ifndef SIA_JOBS_H
#define SIA_JOBS_H

int job_xml(void);                       /* an XML file, on the wire           */
int job_yaml(void);                      /* a YAML file, on the wire           */
int job_sheet(void);                     /* the first sheet of an XLSX, as TSV */
int job_workbook(void);                  /* a TSV, as XLSX                     */
#endif
