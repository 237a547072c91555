# TLS 1.2 in addition to what the session has, unless the system chooses.
if ([Net.ServicePointManager]::SecurityProtocol -ne 0) {
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
}
Send-MailMessage -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -From 'night@contoso.com' -To 'ops@contoso.com' -Subject 'Night run' -Body (Get-Content .\night.log -Raw)
