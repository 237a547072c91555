using System.Collections.Generic;
using System.Data.SqlClient;

namespace InvoiceSync
{
    internal sealed class Invoice
    {
        public int Id { get; set; }
        public string FileName { get; set; }
        public byte[] Pdf { get; set; }
    }

    internal sealed class InvoiceStore
    {
        private readonly string connectionString;

        public InvoiceStore(string connectionString)
        {
            this.connectionString = connectionString;
        }

        public IEnumerable<Invoice> NotYetUploaded()
        {
            using (var connection = new SqlConnection(connectionString))
            {
                connection.Open();
                var command = new SqlCommand("SELECT Id, FileName, Pdf FROM Invoice WHERE Uploaded = 0", connection);
                using (var row = command.ExecuteReader())
                {
                    while (row.Read())
                    {
                        yield return new Invoice { Id = row.GetInt32(0), FileName = row.GetString(1), Pdf = (byte[])row[2] };
                    }
                }
            }
        }

        public void MarkUploaded(Invoice invoice)
        {
            using (var connection = new SqlConnection(connectionString))
            {
                connection.Open();
                var command = new SqlCommand("UPDATE Invoice SET Uploaded = 1 WHERE Id = @id", connection);
                command.Parameters.AddWithValue("@id", invoice.Id);
                command.ExecuteNonQuery();
            }
        }
    }
}
