using System.Configuration;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;

namespace StockWebJob
{
    public static class Functions
    {
        private static readonly HttpClient Client = new HttpClient();

        public static async Task CopyStock([QueueTrigger("stock")] string item, TextWriter log)
        {
            var answer = await Client.GetAsync(ConfigurationManager.AppSettings["StockList"] + "?$filter=Title eq '" + item + "'");
            log.WriteLine(answer.StatusCode);
        }
    }
}
