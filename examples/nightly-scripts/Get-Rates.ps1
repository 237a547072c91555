#requires -Version 3
# Fetches the exchange rates of the day.
param([string]$Target = 'D:\Rates\today.json')

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls
$answer = Invoke-WebRequest -UseBasicParsing -Uri 'https://api.stripe.com/v1/exchange_rates'
$answer.Content | Set-Content -Path $Target -Encoding UTF8
