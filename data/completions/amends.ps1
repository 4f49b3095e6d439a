# Completion of amends for PowerShell 5.1 or newer. Load it from $PROFILE:
#   amends completion pwsh | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName amends -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    $at = $typed.Count
    if ($wordToComplete -eq '') { $at += 1 }
    $lines = @(amends completion --words $at '--' @typed 2>$null)
    # Files and folders are what PowerShell completes by itself.
    if ($lines.Count -eq 0 -or $lines[0] -ne 'words') { return }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $says = $_ -split "`t", 2
        if (-not $says) { $says = $value }
        $text = $value
        if ($value -match '[^\w./:=,+-]') { $text = "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $says)
    }
}
