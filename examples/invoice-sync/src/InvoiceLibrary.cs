using System;
using System.IO;
using System.Security;
using Microsoft.SharePoint.Client;
using File = Microsoft.SharePoint.Client.File;

namespace InvoiceSync
{
    /// <summary>The document library that invoices go to.</summary>
    internal sealed class InvoiceLibrary : IDisposable
    {
        private readonly ClientContext context;
        private readonly string title;

        public InvoiceLibrary(string siteUrl, string title, string user)
        {
            this.title = title;
            // Fails since the tenant refuses old versions of TLS:
            // "The underlying connection was closed: An unexpected error occurred on a send."
            context = new ClientContext(siteUrl)
            {
                Credentials = new SharePointOnlineCredentials(user, Secret()),
                RequestTimeout = 120000
            };
        }

        public void Upload(Invoice invoice)
        {
            var list = context.Web.Lists.GetByTitle(title);
            context.Load(list.RootFolder, f => f.ServerRelativeUrl);
            context.ExecuteQuery();
            using (var content = new MemoryStream(invoice.Pdf))
            {
                File.SaveBinaryDirect(context, list.RootFolder.ServerRelativeUrl + "/" + invoice.FileName, content, true);
            }
        }

        public void Dispose()
        {
            context.Dispose();
        }

        private static SecureString Secret()
        {
            var secret = new SecureString();
            foreach (var c in Environment.GetEnvironmentVariable("INVOICE_SYNC_SECRET") ?? "")
            {
                secret.AppendChar(c);
            }
            return secret;
        }
    }
}
