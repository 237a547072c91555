Imports System.Net

Module ArchiveMail
    Sub Main()
        ServicePointManager.SecurityProtocol = CType(768 Or 3072, SecurityProtocolType)
        Using client As New WebClient()
            client.DownloadFile("https://contoso.sharepoint.com/sites/archive/mail.zip", "mail.zip")
        End Using
    End Sub
End Module
