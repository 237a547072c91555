using System;
using System.Configuration;

namespace InvoiceSync
{
    internal static class Program
    {
        private static int Main()
        {
            var settings = ConfigurationManager.AppSettings;
            var store = new InvoiceStore(ConfigurationManager.ConnectionStrings["Ledger"].ConnectionString);
            using (var library = new InvoiceLibrary(settings["SiteUrl"], settings["Library"], settings["User"]))
            {
                try
                {
                    foreach (var invoice in store.NotYetUploaded())
                    {
                        library.Upload(invoice);
                        store.MarkUploaded(invoice);
                    }
                    return 0;
                }
                catch (Exception e)
                {
                    Console.Error.WriteLine(e);
                    return 1;
                }
            }
        }
    }
}
