using System.Configuration;
using System.IO;
using System.Net;

namespace IntranetPortal
{
    /// <summary>People and photographs from Microsoft Graph.</summary>
    public sealed class GraphDirectory
    {
        private readonly string token;

        public GraphDirectory(string token)
        {
            this.token = token;
        }

        public string People(string filter)
        {
            var request = (HttpWebRequest)WebRequest.Create(
                ConfigurationManager.AppSettings["graph:BaseAddress"] + "users?$filter=" + filter);
            request.Headers[HttpRequestHeader.Authorization] = "Bearer " + token;
            using (var response = request.GetResponse())
            using (var reader = new StreamReader(response.GetResponseStream()))
            {
                return reader.ReadToEnd();
            }
        }
    }
}
