namespace PriceAddIn
{
    public partial class ThisAddIn
    {
        private PriceService prices;

        private void ThisAddIn_Startup(object sender, System.EventArgs e)
        {
            prices = new PriceService();
            Application.SheetActivate += sheet => prices.Refresh();
        }

        private void ThisAddIn_Shutdown(object sender, System.EventArgs e)
        {
        }
    }
}
