/* The disparity filter: which edges of a weighted network are more than an even share. */
#include <siasat/stat.h>
#include <math.h>

double sia_disparity(uint64_t weight, uint64_t strength, uint32_t degree)
{
    if (degree < 2 || !strength) return 1;
    return pow(1 - (double)weight / (double)strength, degree - 1);
}
