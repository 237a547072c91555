using Microsoft.Azure.WebJobs;

namespace StockWebJob
{
    internal static class Program
    {
        private static void Main()
        {
            new JobHost().RunAndBlock();
        }
    }
}
