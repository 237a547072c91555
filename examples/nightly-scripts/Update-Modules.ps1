# Brings the modules of the build agent up to date.
Set-PSRepository -Name PSGallery -InstallationPolicy Trusted
Install-Module -Name PnP.PowerShell -Scope AllUsers -Force
