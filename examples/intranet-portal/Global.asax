<%@ Application Codebehind="Global.asax.cs" Inherits="IntranetPortal.PortalApplication" Language="C#" %>
