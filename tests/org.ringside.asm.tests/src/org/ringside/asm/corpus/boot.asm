; A boot sector with 16-bit and 32-bit code, several sections and absolute space.
org 0x7c00
bits 16
section .text
start: jmp 0:next
next: mov ax,[x]
 mov si,msg
.l: lodsb
 or al,al
 jz .d
 mov ah,0eh
 int 10h
 jmp .l
.d: jmp $
section .data
msg: db "hello",13,10,0
x: dw msg, y, z
align 8
 dd msg
section .bss
y: resb 5
alignb 4
z: resw 1
section .text
 lgdt [gdtr]
 mov eax,cr0
 or al,1
 mov cr0,eax
 jmp dword 08h:pm
[bits 32]
pm: mov ax,10h
 mov ds,ax
 mov esp,0x90000
 lea eax,[ebx+ecx*2+msg]
 call fn
 jmp near $
fn: push dword [ebp+8]
 ret
gdt: dq 0
 dw 0xffff,0
 db 0,9ah,0cfh,0
gdtend:
gdtr: dw gdtend-gdt-1
 dd gdt
section custom align=32
 dd $$,$
 absolute 0x500
v1: resb 1
v2: resd 4
 section .text
 mov al,[v1]
 mov eax,[v2+4]
