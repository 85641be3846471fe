; The installer for Windows, by Inno Setup 6:
;   iscc /DVersion=0.2.0 packaging\bundle\windows.iss
; It packs dist\vidu-desktop, for the person alone or for everybody on the machine.

#ifndef Version
  #error Say the version: iscc /DVersion=0.2.0
#endif

[Setup]
AppId={{6C1F0E0B-8A3E-4F55-9B1C-5D2B7E1A9F40}
AppName=Vidu Desktop
AppVersion={#Version}
AppPublisher=The Vidu Desktop authors
DefaultDirName={autopf}\Vidu Desktop
DefaultGroupName=Vidu Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=licences\GPL-3.txt
SetupIconFile=..\desktop\icons\vidu-desktop.ico
UninstallDisplayIcon={app}\vidu-desktop-window.exe
OutputDir=..\..\dist
OutputBaseFilename=vidu-desktop-{#Version}-windows-x64
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\vidu-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
; Libraries of an earlier version would be loaded beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Vidu Desktop"; Filename: "{app}\vidu-desktop-window.exe"
Name: "{autodesktop}\Vidu Desktop"; Filename: "{app}\vidu-desktop-window.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\vidu-desktop-window.exe"; Description: "{cm:LaunchProgram,Vidu Desktop}"; Flags: nowait postinstall skipifsilent
