using System;
using System.Net;

namespace InvoiceSync
{
    internal static class Program
    {
        // SecurityProtocol is left alone: Windows chooses, and TLS 1.3 comes with it.
        private static void Main()
        {
            var request = (HttpWebRequest)WebRequest.Create("https://contoso.sharepoint.com/sites/finance/_api/web/title");
            using (var response = (HttpWebResponse)request.GetResponse())
            {
                Console.WriteLine(response.StatusCode);
            }
        }
    }
}
