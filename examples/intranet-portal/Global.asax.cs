using System.Web;
using System.Web.Mvc;
using System.Web.Routing;

namespace IntranetPortal
{
    public class PortalApplication : HttpApplication
    {
        protected void Application_Start()
        {
            RouteTable.Routes.MapRoute(
                "Default",
                "{controller}/{action}/{id}",
                new { controller = "People", action = "Index", id = UrlParameter.Optional });
        }
    }
}
