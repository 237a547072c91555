using System;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Payments.Security
{
    public static class Signature
    {
        static Signature()
        {
            // The bank's test gateway could not do TLS 1.1 (ticket 4471).
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls;
        }

        public static string Sign(string message)
        {
            using (var hash = new HMACSHA256(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("PAYMENTS_KEY") ?? "")))
            {
                return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(message)));
            }
        }
    }
}
