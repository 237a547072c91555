using System.Reflection;
using System.Runtime.InteropServices;

[assembly: AssemblyTitle("InvoiceSync")]
[assembly: AssemblyVersion("2.3.0.0")]
[assembly: ComVisible(false)]
