using System.Web.Mvc;

namespace IntranetPortal.Controllers
{
    public class PeopleController : Controller
    {
        public ActionResult Index(string name)
        {
            var directory = new GraphDirectory((string)Session["graph-token"]);
            return Content(directory.People("startswith(displayName,'" + (name ?? "").Replace("'", "''") + "')"), "application/json");
        }
    }
}
