using System;
using System.Net.Http;
using System.Text;
using Payments.Security;

namespace Payments
{
    internal static class Program
    {
        private static readonly HttpClient Client = new HttpClient { BaseAddress = new Uri("https://api.example.com/") };

        private static int Main(string[] args)
        {
            var body = new StringContent(Signature.Sign(args[0]), Encoding.UTF8, "application/json");
            var response = Client.PostAsync("v2/payments", body).GetAwaiter().GetResult();
            Console.WriteLine(response.StatusCode);
            return response.IsSuccessStatusCode ? 0 : 1;
        }
    }
}
